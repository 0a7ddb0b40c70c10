import { createHash } from 'node:crypto';

/**
 * Every change of a cart is one of these, so that nobody ever sees half of one. All names carry one hash tag: a cluster keeps
 * them on one node, and a script may touch a guest's cart and the user's that it joins.
 */
export const prefix = 'mallhive:{cart}:';
export const nameOf = {
  /** A hash: id, status, version, currency, user or token, created, updated; `l:<variant>` and `p:<promotion>` as JSON. */
  cart: (id: string) => `${prefix}c:${id}`,
  /** The id of the active cart of a user, or of the holder of a cookie. */
  user: (userId: string) => `${prefix}u:${userId}`,
  guest: (tokenHash: string) => `${prefix}g:${tokenHash}`,
  /** Ids of all carts of a person. */
  person: (userId: string) => `${prefix}p:${userId}`,
  /** Active carts of users by when they changed last. */
  idle: `${prefix}idle`,
};

const common = `
local prefix = '${prefix}'
local function cartKey(id) return prefix .. 'c:' .. id end
-- The id behind a name, when that cart is there and active.
local function active(name)
  local id = redis.call('GET', name)
  if id and redis.call('HGET', cartKey(id), 'status') == 'active' then return id end
  return nil
end
local function changed(id, stamp, now)
  local key = cartKey(id)
  redis.call('HSET', key, 'version', stamp, 'updated', now)
  local user = redis.call('HGET', key, 'user')
  if user then redis.call('ZADD', prefix .. 'idle', now, id) end
end
`;

export interface Script {
  text: string;
  sha: string;
}

function script(body: string): Script {
  const text = `${common}${body}`;
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** KEYS owner. Answers the hash, or nothing. */
export const readByOwner = script(`
local id = active(KEYS[1])
return id and redis.call('HGETALL', cartKey(id)) or {}
`);

/**
 * KEYS owner; ARGV new cart, new line, variant, quantity, add (1 or 0), price, currency, now, available, stamp, user, token,
 * life of a guest's cart in ms, most units, most lines. Answers what became of it, whether the cart is new, and the hash.
 */
export const writeLine = script(`
local newCart, newLine, variant, quantity, add = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5] == '1'
local price, currency, now, available, stamp = tonumber(ARGV[6]), ARGV[7], ARGV[8], tonumber(ARGV[9]), ARGV[10]
local user, token, life, mostUnits, mostLines = ARGV[11], ARGV[12], ARGV[13], tonumber(ARGV[14]), tonumber(ARGV[15])
local id = active(KEYS[1])
if not id and quantity == 0 then return {'none', 0, 0, {}} end
local field = 'l:' .. variant
local raw = id and redis.call('HGET', cartKey(id), field)
local line = raw and cjson.decode(raw) or nil
local before = line and line.quantity or 0
local wanted = quantity + (add and before or 0)
local target = math.min(wanted, mostUnits, math.max(available, 0))
if quantity > 0 and (target == 0 or (add and target <= before)) then
  return {'refused', 0, target, id and redis.call('HGETALL', cartKey(id)) or {}}
end
if id and not line and target > 0 then
  local lines = 0
  for _, name in ipairs(redis.call('HKEYS', cartKey(id))) do
    if string.sub(name, 1, 2) == 'l:' then lines = lines + 1 end
  end
  if lines >= mostLines then return {'full', 0, 0, redis.call('HGETALL', cartKey(id))} end
end
local created = 0
if not id then
  id, created = newCart, 1
  redis.call('DEL', cartKey(id))
  redis.call('HSET', cartKey(id), 'id', id, 'status', 'active', 'currency', currency, 'created', now)
  redis.call('SET', KEYS[1], id)
  if user ~= '' then
    redis.call('HSET', cartKey(id), 'user', user)
    redis.call('SADD', prefix .. 'p:' .. user, id)
  else
    redis.call('HSET', cartKey(id), 'token', token)
  end
end
local key = cartKey(id)
if target == 0 then
  redis.call('HDEL', key, field)
else
  redis.call('HSET', key, field, cjson.encode({ id = line and line.id or newLine, variantId = variant, quantity = target,
    seenPrice = price, seenCurrency = currency, addedAt = line and line.addedAt or tonumber(now) }))
end
if target ~= before then
  redis.call('HSET', key, 'currency', currency)
  changed(id, stamp, now)
end
-- As long as the browser keeps the cookie, counted from the last change.
if redis.call('HGET', key, 'token') then
  redis.call('PEXPIRE', key, life)
  redis.call('PEXPIRE', KEYS[1], life)
end
return {target < wanted and 'limited' or 'written', created, target, redis.call('HGETALL', key)}
`);

/** KEYS owner; ARGV promotion, code, now, stamp, most codes. */
export const applyCoupon = script(`
local promotion, code, now, stamp, most = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local id = active(KEYS[1])
if not id then return {'no_cart', {}} end
local key, lines, codes = cartKey(id), 0, 0
local all = redis.call('HGETALL', key)
for i = 1, #all, 2 do
  local kind = string.sub(all[i], 1, 2)
  if kind == 'l:' then lines = lines + 1 end
  if kind == 'p:' and cjson.decode(all[i + 1]).code then codes = codes + 1 end
end
if lines == 0 then return {'no_cart', {}} end
local raw = redis.call('HGET', key, 'p:' .. promotion)
local before = raw and cjson.decode(raw) or {}
if not before.code and codes >= most then return {'too_many', {}} end
redis.call('HSET', key, 'p:' .. promotion, cjson.encode({ promotionId = promotion, code = code,
  addedAt = before.addedAt or tonumber(now) }))
if before.code ~= code then changed(id, stamp, now) end
return {'applied', redis.call('HGETALL', key)}
`);

/** KEYS owner; ARGV code, now, stamp. */
export const removeCoupon = script(`
local code, now, stamp = ARGV[1], ARGV[2], ARGV[3]
local id = active(KEYS[1])
if not id then return {'no_cart', {}} end
local key = cartKey(id)
local all = redis.call('HGETALL', key)
for i = 1, #all, 2 do
  if string.sub(all[i], 1, 2) == 'p:' and cjson.decode(all[i + 1]).code == code then
    redis.call('HDEL', key, all[i])
    changed(id, stamp, now)
  end
end
return {'removed', redis.call('HGETALL', key)}
`);

/** KEYS cart; ARGV now, then promotion and code ('' for none) of each. */
export const refuse = script(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
for i = 2, #ARGV, 2 do
  local raw = redis.call('HGET', KEYS[1], 'p:' .. ARGV[i])
  local entry = raw and cjson.decode(raw) or { promotionId = ARGV[i], code = ARGV[i + 1] ~= '' and ARGV[i + 1] or nil,
    addedAt = tonumber(ARGV[1]) }
  entry.refused = 'used_by_customer'
  redis.call('HSET', KEYS[1], 'p:' .. ARGV[i], cjson.encode(entry))
end
return 1
`);

/** KEYS user, guest; ARGV user, now, stamp, how long an ended cart stays in ms. */
export const merge = script(`
local user, now, stamp, keep = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local guest = active(KEYS[2])
redis.call('DEL', KEYS[2])
if not guest then return 0 end
local from = cartKey(guest)
local own = active(KEYS[1])
if not own then
  redis.call('HDEL', from, 'token')
  redis.call('HSET', from, 'user', user)
  redis.call('PERSIST', from)
  redis.call('SET', KEYS[1], guest)
  redis.call('SADD', prefix .. 'p:' .. user, guest)
  changed(guest, stamp, now)
  return 1
end
local to = cartKey(own)
local all = redis.call('HGETALL', from)
for i = 1, #all, 2 do
  local kind = string.sub(all[i], 1, 2)
  if kind == 'l:' or kind == 'p:' then
    local there = redis.call('HGET', to, all[i])
    if not there then
      redis.call('HSET', to, all[i], all[i + 1])
    elseif kind == 'l:' then
      local mine, theirs = cjson.decode(there), cjson.decode(all[i + 1])
      if theirs.quantity > mine.quantity then
        mine.quantity = theirs.quantity
        redis.call('HSET', to, all[i], cjson.encode(mine))
      end
    end
  end
end
changed(own, stamp, now)
redis.call('HSET', from, 'status', 'merged', 'updated', now)
redis.call('PEXPIRE', from, keep)
return 1
`);

/** KEYS carts; ARGV now, how long an ended cart stays in ms. Answers how many were active. */
export const close = script(`
local closed = 0
for _, key in ipairs(KEYS) do
  if redis.call('HGET', key, 'status') == 'active' then
    local cart = redis.call('HMGET', key, 'id', 'user', 'token')
    redis.call('HSET', key, 'status', 'closed', 'updated', ARGV[1])
    redis.call('PEXPIRE', key, ARGV[2])
    redis.call('ZREM', prefix .. 'idle', cart[1])
    local owner = cart[2] and (prefix .. 'u:' .. cart[2]) or (prefix .. 'g:' .. (cart[3] or ''))
    if redis.call('GET', owner) == cart[1] then redis.call('DEL', owner) end
    closed = closed + 1
  end
end
return closed
`);

/** KEYS person. Answers the hashes of all carts that are still there. */
export const readPerson = script(`
local carts = {}
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local cart = redis.call('HGETALL', cartKey(id))
  if #cart > 0 then carts[#carts + 1] = cart else redis.call('SREM', KEYS[1], id) end
end
return carts
`);

/** KEYS person, user. Answers how many carts there were. */
export const forgetPerson = script(`
local count = 0
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  count = count + redis.call('DEL', cartKey(id))
  redis.call('ZREM', prefix .. 'idle', id)
end
redis.call('DEL', KEYS[1], KEYS[2])
return count
`);

/** KEYS idle; ARGV from, before, most. Answers the hashes, the oldest first. */
export const readIdle = script(`
local carts = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '(' .. ARGV[2], 'LIMIT', 0, ARGV[3])) do
  local cart = redis.call('HGETALL', cartKey(id))
  if #cart > 0 then carts[#carts + 1] = cart else redis.call('ZREM', KEYS[1], id) end
end
return carts
`);
