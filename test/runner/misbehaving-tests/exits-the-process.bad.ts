test('a test ends the process', () => process.exit(0));
