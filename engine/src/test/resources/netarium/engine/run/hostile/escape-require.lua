--! prints: false
--! prints: false
--! prints: false
--! prints: false
--! ends: scripts/escape-require.lua:9: module 'org.luaj.vm2.lib.jse.LuajavaLib' not found:
for _, name in ipairs{"org.luaj.vm2.lib.jse.LuajavaLib", "java.lang.Runtime", "../../etc/passwd", "/etc/passwd"} do
  print((pcall(require, name)))
end
require("org.luaj.vm2.lib.jse.LuajavaLib")
