beforeAll(() => {
  throw new Error('no world');
});
test('this test does not run after the failed beforeAll hook', () => undefined);
