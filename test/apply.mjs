import pg from 'pg'; import { DirectoryInOrder1764000000330 as M } from '#database/migrations/20261207-directory-in-order.js';
const c=new pg.Client({connectionString:process.argv[2]});await c.connect();console.log(Date());await new M().up(c);console.log(Date());await c.query('vacuum analyze directory_term');console.log(Date());await c.end();
