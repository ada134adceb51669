test('a test leaves a timer running', () => void setTimeout(() => undefined, 60_000));
