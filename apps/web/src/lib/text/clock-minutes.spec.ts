import { minutesOfTime, timeOfMinutes } from './clock-minutes';

it.each([
  [0, '00:00'],
  [9 * 60 + 5, '09:05'],
  [24 * 60, '23:59'],
])('minute %i of the day is %s in a time field, and back', (minutes, time) => {
  expect(timeOfMinutes(minutes)).toBe(time);
  expect(minutesOfTime(time)).toBe(minutes);
});
