import { channelsInOrder, channelSections } from './channel-sections';

const listed = (name: string, place: string | null, day: number | null, isEnded = false) => ({
  name,
  isEnded,
  group: place === null ? null : { id: place, name: `Grupo ${place}` },
  lastMessage: day === null ? null : { createdAt: `2031-05-0${day}T10:00:00.000Z` },
});

test('channels are listed by group, last active first, with conversations after the groups', () => {
  const sections = channelSections([
    listed('Vieja', null, 1, true),
    listed('Caio', null, 5),
    listed('Callado', 'a', null),
    listed('Avisos', 'a', 2),
    listed('Radio', 'b', 4),
    listed('Actas', 'a', 3),
  ]);
  expect(
    sections.map(({ key, name, channels }) => [key, name, channels.map((one) => one.name)]),
  ).toEqual([
    ['b', 'Grupo b', ['Radio']],
    ['a', 'Grupo a', ['Actas', 'Avisos', 'Callado']],
    ['conversations', null, ['Caio']],
    ['ended', null, ['Vieja']],
  ]);
});

test('channelsInOrder returns the channels in the order of the sections', () => {
  const channels = [listed('Caio', null, 5), listed('Avisos', 'a', 2), listed('Actas', 'a', 3)];
  expect(channelsInOrder(channels).map(({ name }) => name)).toEqual(['Actas', 'Avisos', 'Caio']);
});

test('the list has a section for conversations even when there are none', () => {
  expect(channelSections([listed('Avisos', 'a', 2)]).map(({ key }) => key)).toEqual([
    'a',
    'conversations',
  ]);
});

test('a section has the picture of its group, if the group has one', () => {
  const avisos = listed('Avisos', 'a', 3);
  const sections = channelSections([
    { ...avisos, group: { id: 'a', name: 'Grupo a', picture: 'f'.repeat(32) } },
    listed('Radio', 'b', 2),
  ]);
  expect(sections.map(({ key, picture }) => [key, picture])).toEqual([
    ['a', 'f'.repeat(32)],
    ['b', null],
    ['conversations', null],
  ]);
});
