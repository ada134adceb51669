test('a test leaves a mock, fake timers and a variable, and fails', () => {
  jest.spyOn(Math, 'random').mockReturnValue(2);
  jest.useFakeTimers({ now: 0 });
  process.env['LEFT_BY_A_TEST'] = '1';
  delete process.env['PATH'];
  throw new Error('failed on line 6');
});
