-- sort
local t = {} for i = 1, 100 do t[i] = (i * 37) % 101 end table.sort(t) print(table.concat(t, " ")) table.sort(t, function(a, b) return a > b end) print(table.concat(t, " "))
local u = {} for i = 1, 50 do u[i] = {k = i % 5, n = i} end table.sort(u, function(a, b) return a.k < b.k end) local s = {} for i, v in ipairs(u) do s[i] = v.n end print(table.concat(s, " "))
print(pcall(table.sort, {1, 2, 3, 4, 5}, function(a, b) return true end)) print(pcall(table.sort, {1, "x"})) print(pcall(table.sort, {3, nil, 1}))
table.sort({}) table.sort({1}) local o = {} for i = 1, 5 do o[i] = setmetatable({v = 6 - i}, {__lt = function(a, b) return a.v < b.v end}) end local omt = getmetatable(o[1]) for i = 1, 5 do setmetatable(o[i], omt) end table.sort(o) print(o[1].v, o[5].v)
-- table funcs
print(table.concat({1, 2, 3}, ", "), table.concat({}, "x"), table.concat({1, 2, 3}, "-", 2, 3)) print(pcall(table.concat, {1, {}, 3}))
local t = {1, 2, 3} table.insert(t, 4) table.insert(t, 1, 0) print(table.concat(t, " "), table.remove(t), table.remove(t, 1), table.concat(t, " ")) print(pcall(table.insert, t, 10, 1)) print(pcall(table.insert, t)) print(pcall(table.insert, t, 1, 2, 3)) print(table.remove({})) print(pcall(table.remove, t, 7)) print(table.unpack({1, 2, 3}, 2)) print(table.unpack({}, 1, 3)) print(pcall(table.unpack, {}, 1, 1e7)) print(table.pack(1, nil, 3).n)
-- every size and several orders, checked by the rule that a sorted list obeys
local function check(n, f, less) local t = {} for i = 1, n do t[i] = f(i) end table.sort(t, less) for i = 2, n do if (less or function(a, b) return a < b end)(t[i], t[i - 1]) then return n .. " is wrong at " .. i end end return "ok" end
local bad = {} for n = 0, 40 do for _, f in ipairs{function(i) return i end, function(i) return -i end, function(i) return (i * 7919) % 31 end, function(i) return 5 end, function(i) return i % 2 end} do for _, less in ipairs{false, function(a, b) return a > b end} do local r = check(n, f, less or nil) if r ~= "ok" then bad[#bad + 1] = r end end end end print(#bad, bad[1])
