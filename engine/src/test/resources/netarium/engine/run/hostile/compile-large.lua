local s = ("x = 1 "):rep(700000)
print(#s, select(2, load(s, "=large")))
-- limits: "memory": "64MiB"
-- cpu: 100ns
--[[ console
4200000	large:1: chunk too large (limit is 4194304 octets)
]]
