test('leaves a timer', () => void setTimeout(() => undefined, 60_000));
