-- os.time and os.date.
for c in ipairs { 1 } do end
local letters = { "a", "A", "b", "B", "c", "C", "d", "D", "e", "F", "g", "G", "h", "H", "I", "j", "m", "M", "n", "p",
  "r", "R", "S", "t", "T", "u", "U", "V", "w", "W", "x", "X", "y", "Y", "z", "Z", "%", "Ec", "EC", "Ex", "EX", "Ey",
  "EY", "Od", "Oe", "OH", "OI", "Om", "OM", "OS", "Ou", "OU", "OV", "Ow", "OW", "Oy" }
local times = { 0, 1, -1, 86400 * 400 + 3661, 951782400, 951868800, 1767225599, 1767225600, 1798761599, 4102444800,
  -62135596800, -1e9, 1e10, 1230768000, 1293839999, 253402300800, 43200, 86399 }
for _, t in ipairs(times) do
  for _, l in ipairs(letters) do io.write(l, "=", os.date("!%" .. l, t), " ") end
  print()
  local d = os.date("!*t", t)
  print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, d.isdst)
  print(os.time(d) == t or t == -1, os.date("%c %Z", t))
end
for y = 1995, 2030 do
  for d = 1, 3 do io.write(os.date("%G-%V-%u-%U-%W ", os.time { year = y, month = 1, day = d })) end
  for d = 29, 31 do io.write(os.date("%G-%V-%u-%U-%W-%j ", os.time { year = y, month = 12, day = d })) end
  print()
end
print(pcall(os.date, "%Ez foo"))
print(pcall(os.date, "ab %Ec|%Od|%5 x"))
print(pcall(os.date, "%"))
print(pcall(os.date, "%E"))
print(pcall(os.date, "%O"))
print(pcall(os.date, "%Q"))
print(pcall(os.date, "!*t", {}))
print(os.date("!*tx", 0), os.date("*", 0), os.date("", 0), os.date("!", 0))
print(os.date("!%H\0%M", 0), os.date("!%d", 1.9), os.date("!%S", -0.5), os.date("!%S", 0 / 0), os.date("!%Y", 1e17))
print(os.date("!%Y", 1e300), os.date("!%Y", 67e15))
print(os.date("!%Y", -68e15), os.date("!%Y %C %y %G", -62167219200 - 86400))
print(os.time { year = 2026, month = 1, day = 1 }, os.time { year = 2026, month = 14, day = -3, hour = "5" })
print(os.time { year = 2026, month = 1, day = 1, hour = 0, min = -1, sec = 3600 })
print(os.time { year = 2026, month = -30, day = 400, hour = 1e6, min = 1e6, sec = 1e6 })
print(os.time { year = "0x7ea", month = " 2 ", day = "1e1" })
print(os.time { year = 2026, month = 1, day = 1, isdst = true }, os.time { year = 2026, month = 1, day = 1, isdst = false })
print(pcall(os.time, {}))
print(pcall(os.time, { day = 1 }))
print(pcall(os.time, { day = 1, month = 1 }))
print(pcall(os.time, { day = 1, month = {}, year = 1 }))
print(pcall(os.time, { day = 1, month = 1, year = 2000, hour = {} }))
print(pcall(os.time, { day = "x", month = 1, year = 2000 }))
print(pcall(os.time, 3))
print(os.time { year = 1969, month = 12, day = 31, hour = 23, min = 59, sec = 59 })
print(os.time { year = 1e9, month = 1, day = 1 }, os.time { year = 3e9, month = 1, day = 1 }, os.time { year = -5, month = 1, day = 1 })
print(os.time { year = 2026.9, month = 1.9, day = 1.9, hour = 0.9 })
print(pcall(function() os.time { day = 1 } end))
print(os.time(setmetatable({}, { __index = { year = 2000, month = 1, day = 1 } })))
