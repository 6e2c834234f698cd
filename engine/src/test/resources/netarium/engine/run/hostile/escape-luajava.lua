--! prints: nil	nil	nil	nil	nil	nil
--! ends: scripts/escape-luajava.lua:4: attempt to index global 'luajava' (a nil value)
print(luajava, java, org, package.loadlib, io.popen, debug.getregistry)
luajava.bindClass("java.lang.Runtime")
