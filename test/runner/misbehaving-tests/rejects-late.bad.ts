test('leaves a promise that rejects when the test is over', () => {
  setTimeout(() => void Promise.reject(new Error('too late')), 30);
});
