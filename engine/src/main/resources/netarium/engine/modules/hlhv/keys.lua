-- The keys of hives: random names, and passwords that nobody needs to keep as they are.
--
-- A queen's key is the key itself, or "sha256:SALT:HEX": the SHA-256 (FIPS 180-4) of the salt and
-- the key. To make one for a configuration file:
--
--   print(require("hlhv.keys").hash("my key"))

local keys = {}

local band, bxor, bnot = bit32.band, bit32.bxor, bit32.bnot
local rshift, rrotate = bit32.rshift, bit32.rrotate

-- The first 32 bits of the fractions of the cube roots of the first 64 primes.
local K = {}
for hex in ([[
  428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5
  d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
  e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
  983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
  27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85
  a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3
  748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2
]]):gmatch("%x+") do
  K[#K + 1] = tonumber(hex, 16)
end

local function words(octets, at, count)
  local list = {}
  for i = 0, count - 1 do
    local a, b, c, d = octets:byte(at + 4 * i, at + 4 * i + 3)
    list[i + 1] = ((a * 256 + b) * 256 + c) * 256 + d
  end
  return list
end

local function block(state, octets, at)
  local w = words(octets, at, 16)
  for i = 17, 64 do
    local x, y = w[i - 15], w[i - 2]
    local s0 = bxor(rrotate(x, 7), rrotate(x, 18), rshift(x, 3))
    local s1 = bxor(rrotate(y, 17), rrotate(y, 19), rshift(y, 10))
    w[i] = band(w[i - 16] + s0 + w[i - 7] + s1, 0xffffffff)
  end
  local a, b, c, d, e, f, g, h = table.unpack(state)
  for i = 1, 64 do
    local s1 = bxor(rrotate(e, 6), rrotate(e, 11), rrotate(e, 25))
    local choice = bxor(band(e, f), band(bnot(e), g))
    local t1 = h + s1 + choice + K[i] + w[i]
    local s0 = bxor(rrotate(a, 2), rrotate(a, 13), rrotate(a, 22))
    local majority = bxor(band(a, b), band(a, c), band(b, c))
    h, g, f, e = g, f, e, band(d + t1, 0xffffffff)
    d, c, b, a = c, b, a, band(t1 + s0 + majority, 0xffffffff)
  end
  for i, value in ipairs {a, b, c, d, e, f, g, h} do
    state[i] = band(state[i] + value, 0xffffffff)
  end
end

-- The SHA-256 of a string, as 64 digits.
function keys.sha256(octets)
  local state = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  }
  local bits = 8 * #octets
  local padded = octets .. "\128" .. ("\0"):rep((55 - #octets) % 64)
  for shift = 7, 0, -1 do
    padded = padded .. string.char(math.floor(bits / 256 ^ shift) % 256)
  end
  for at = 1, #padded, 64 do block(state, padded, at) end
  return (("%08x"):rep(8)):format(table.unpack(state))
end

local function random(count)
  local hex = {}
  for i = 1, count do hex[i] = ("%02x"):format(math.random(0, 255)) end
  return table.concat(hex)
end

-- A random UUID (RFC 9562, version 4).
function keys.uuid()
  local hex = random(16)
  local at = math.random(1, 4)
  local variant = ("89ab"):sub(at, at)
  return table.concat({
    hex:sub(1, 8), hex:sub(9, 12), "4" .. hex:sub(14, 16), variant .. hex:sub(18, 20), hex:sub(21),
  }, "-")
end

-- What a queen may keep instead of the key; the salt is random if none is given.
function keys.hash(key, salt)
  salt = salt or random(8)
  return "sha256:" .. salt .. ":" .. keys.sha256(salt .. key)
end

-- Whether a key is the one that is kept, be it as it is or hashed.
function keys.matches(kept, key)
  local salt, hex = kept:match("^sha256:([^:]*):(%x+)$")
  if salt then return keys.sha256(salt .. key) == hex:lower() end
  return kept == key
end

return keys
