test('a test leaves a promise that rejects after the test has ended', () => {
  setTimeout(() => void Promise.reject(new Error('too late')), 30);
});
