for _, path in ipairs{"/etc/shadow", "../../../../etc/hostname", "/proc/self/maps", "/dev/mem", "C:\\windows", "pom.xml", "\0/etc/passwd"} do
  print(io.open(path), (loadfile(path)))
end
print(pcall(dofile, "/proc/self/environ"))
print(os.execute == nil or os.execute("touch /tmp/netarium-was-here"), os.getenv("HOME"), os.getenv("PATH"))
--[[ console
nil	nil
file (...
nil	nil
nil	nil
nil	nil
nil	nil
nil	nil
false	cannot open /proc/self/environ: No such file or directory
nil	nil	nil
]]
