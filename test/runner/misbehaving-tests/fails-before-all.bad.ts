beforeAll(() => {
  throw new Error('no world');
});
test('needs the world', () => undefined);
