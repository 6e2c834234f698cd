-- loops
for i = 10, 1, -3 do print(i) end for i = 1, 0 do print("never") end for i = 1, 3 do local i = i * 2 print(i) end
for i = 0.1, 0.35, 0.1 do print(i) end for i = 3, 1 do print("no") end for i = 1, 1/0 do if i > 3 then break end print(i) end
local n = 0 while true do n = n + 1 if n % 2 == 0 then goto continue end if n > 7 then break end print("odd", n) ::continue:: end
repeat local done = n > 9 n = n + 1 until done print(n)
for k, v in next, {10, 20, 30} do print(k, v) end
-- closures in loops are fresh, break closes them
local fs = {} for i = 1, 5 do local j = i * 10 fs[i] = function() j = j + 1 return i, j end if i == 4 then break end end
print(fs[1](), fs[4](), fs[5]) print(fs[1](), (fs[2]()))
local w = {} local q = 0 while q < 3 do q = q + 1 local z = q w[q] = {function() return z end, function(v) z = v end} end w[1][2](99) print(w[1][1](), w[2][1](), w[3][1]())
local r = {} local p = 0 repeat local x = p r[p] = function() x = x + 1 return x end p = p + 1 until x >= 2 print(r[0](), r[0](), r[1](), r[2]())
-- shared upvalues
local function counter() local c = 0 return function() c = c + 1 return c end, function() return c end end local inc, get = counter() inc() inc() print(get())
-- goto
do local i = 1 ::top:: if i <= 3 then print("goto", i) i = i + 1 goto top end end
for i = 1, 3 do for j = 1, 3 do if j == 2 then goto next end print(i, j) end ::next:: end
do local t = {} local k = 0 ::again:: local y = k t[#t + 1] = function() return y end k = k + 1 if k < 3 then goto again end print(t[1](), t[2](), t[3]()) end
-- varargs and multiple results
local function f(...) return ... end local function g(...) local a, b = ... return b, a, select("#", ...) end
print(f(), (f(1, 2)), f(1, 2), f(nil, nil)) print(g(1, 2, 3)) print(#{f(1, 2, 3), f(1, 2, 3)}) 
local function many(n) if n == 0 then return end return n, many(n - 1) end print(select("#", many(200)), (select(150, many(200))))
print((function(...) return select("#", ...) end)(table.unpack({}, 1, 300))) print(math.max(table.unpack{3, 9, 2}))
-- tail calls
local function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + n) end print(loop(100000, 0))
local function even(n) if n == 0 then return true end return (function(m) if m == 0 then return false end return even(m - 1) end)(n - 1) end print(even(1000))
print((function() return pcall(error, "tail native") end)())
-- and, or, not; comparison results as values
print(nil and 1, false or "d", 1 and 2, nil or false, not nil == true, 1 == 1.0, "1" == 1, 1 < 2 == true, "a" < "b", "a" < "B", "" < "a", "a\0b" < "a\0c", "Z" < "a")
local x = 5 print(x > 3 and "big" or "small", x < 3 and "small" or "big") local t = {} t.x, t.y = 1 print(t.x, t.y) local i = 1 i, t[i] = i + 1, 20 print(i, t[1], t[2])
-- deep recursion on the heap
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end print(depth(10000))
-- big constructors
local big = {} for i = 1, 300 do big[i] = "v" .. i end local src = "return {" .. table.concat({(("'x',"):rep(300))}) .. "}" print(#load(src)())
local parts = {} for i = 1, 26000 do parts[i] = "1" end print(#load("return {" .. table.concat(parts, ",") .. "}")())
print(load("local " .. ("a,"):rep(150) .. "z = 1 return z")()) print(load("return " .. ("("):rep(100) .. "1" .. (")"):rep(100))())
-- numbers
print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 5.5 % 2, -5.5 % 2, 1e15 % 7, 2 ^ 10, 10 / 4, 3 - 5, -2 ^ 2, 1/0, -1/0, 0x7fffffff + 1, 2^53 + 1)
print(-0.0, 0.0, 1 / -0.0, 1 / (-(0)), 3 * -0, tostring(-0)) print(10 == "10", 0 == -0, 1e300 * 1e10 == 1/0) print(0x.8, 0xAp2, 3., .5, 3e2, 0X1P-2, 1e-7)
local nan = 0/0 print(nan == nan, nan ~= nan, nan < nan, nan <= nan, nan > 1)
