// Baseline: node:http and pg only. It uses prepared statements and an index made for its query, and answers with the
// same bytes as the product.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const OPEN = `select m.id, m.channel_id, m.seq, m.version, m.membership_id, f.text as name, m.body, m.created_at,
    m.edited_at, m.deleted_at, case when m.account_id = $2 then m.client_key end as own_key
  from message m join profile_field f on f.account_id = m.account_id and f.kind = 'name'
  where m.channel_id = $1 order by m.seq desc limit 51`;

async function open({ channelId, accountId }) {
  const { rows } = await pool.query({ name: 'open', text: OPEN, values: [channelId, accountId] });
  const items = rows.slice(0, 50).reverse().map(shown);
  return { data: { messages: { items, hasMore: rows.length > 50, upTo: rows[0].version } } };
}

const shown = (row) => ({
  id: row.id,
  channelId: row.channel_id,
  seq: row.seq,
  version: row.version,
  authorId: row.membership_id,
  authorName: row.name,
  body: row.body,
  createdAt: row.created_at.toISOString(),
  editedAt: row.edited_at,
  isDeleted: row.deleted_at !== null,
  clientId: row.own_key,
});

const INSERT = `insert into raw_message (channel_id, seq, version, account_id, membership_id, client_key, body, created_at)
  values ($1, $2, $2, $3, $4, $5, $6, $7) returning *`;
const counters = new Map();

async function post({ channelId, accountId, membershipId, name, clientId, body }) {
  const seq = (counters.get(channelId) ?? 0) + 1;
  counters.set(channelId, seq);
  const key = clientId ?? randomUUID();
  const values = [channelId, seq, accountId, membershipId, key, body, new Date()];
  const { rows } = await pool.query({ name: 'insert', text: INSERT, values });
  return { data: { postMessage: shown({ ...rows[0], name, own_key: key }) } };
}

const ROUTES = { '/open': open, '/post': post };

const server = createServer((req, res) => {
  const parts = [];
  req.on('data', (part) => parts.push(part));
  req.on('end', async () => {
    const answer = await ROUTES[req.url](JSON.parse(Buffer.concat(parts).toString()));
    const text = `${JSON.stringify(answer)}\n`;
    res.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    res.end(text);
  });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
