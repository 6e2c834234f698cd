local s = ("x = 1 "):rep(1666667)
print(#s, select(2, load(s, "=large")))
-- limits: "memory": "64MiB"
-- cpu: 100ns
--[[ console
10000002	large:1: chunk too large (limit is 4194304 octets)
]]
