test('never answers', () => new Promise(() => undefined));
test('comes after it', () => undefined);
