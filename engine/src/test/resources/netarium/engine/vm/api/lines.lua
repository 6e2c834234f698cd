-- Iterators over lines.
local f = io.open("l", "w")
f:write("one\ntwo\n\nfour 4\n5 6")
f:close()
for l in io.lines("l") do io.write("[", l, "]") end
print()
for l in io.lines("l", "*L") do io.write("[", l, "]") end
print()
for a, b in io.lines("l", 1, "*l") do io.write("[", a, "|", tostring(b), "]") end
print()
for l in io.lines("l", 4) do io.write("[", l, "]") end
print()
f = io.open("l")
for l in f:lines() do if l == "two" then break end end
print(f:read("*l"), f:read("*l"))
for n in f:lines("*n") do io.write("<", n, ">") end
print(io.type(f))
f:close()
local next = io.lines("l")
while next() do end
print(pcall(next))
f = io.open("l")
next = f:lines()
print(next())
f:close()
print(pcall(next))
print(pcall(io.lines, "none"))
print(pcall(function() for l in io.lines("none") do end end))
print(pcall(io.lines, {}))
print(pcall(io.lines("l", "x")))
print(pcall(io.lines("l", "*x")))
print(pcall(function() for l in io.lines("l", "*x") do end end))
print(pcall(function() for l in io.lines("l", nil) do end end))
local many = {}
for i = 1, 18 do many[i] = "*l" end
print(pcall(io.lines, "l", table.unpack(many, 1, 18)))
print((pcall(io.lines, "l", table.unpack(many, 1, 17))))
print(pcall(function() io.open("l"):lines(table.unpack(many)) end))
print(select("#", io.lines("l", table.unpack(many, 1, 17))()))
local w = io.open("w", "w")
print(pcall(w:lines()))
print(pcall(function() for l in w:lines() do end end))
for l in io.lines("l", "*a") do print(#l) break end
