afterAll(() => new Promise(() => undefined));
test('this test passes, but the hook after it hangs', () => undefined);
