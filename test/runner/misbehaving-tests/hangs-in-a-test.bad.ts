test('a test never finishes', () => new Promise(() => undefined));
test('another test follows the test that never finishes', () => undefined);
