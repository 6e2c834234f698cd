---@meta

---# net: names of hosts
---
---Names become addresses in this order: text that is an address already; the machine's own table,
---which is its `hosts`, those of the topology, and the names of all machines (`/etc/hosts` shows
---it); the name servers of the machine (`dns` in the topology, `/etc/resolv.conf` shows them). All
---functions that take the name of a host do it this way. A machine of the platform `browser` asks
---over HTTPS instead, where its `doh` says.
---
---What has to be asked is seen as packets, each time: machines keep no answers. `/bin/named` serves
---names, `/bin/nslookup` and `/bin/dig` ask for them.
---
---```lua
---local hosts, err = net.LookupHost("localhost")
---print(hosts[1], err)                  --> 127.0.0.1 nil
---local names = net.LookupAddr("127.0.0.1")
---print(names[1])                       --> localhost
---hosts, err = net.LookupHost("nowhere.test")
---print(hosts, err, err.code)           --> nil lookup nowhere.test failed no-such-host
---```

---The network functions of a machine.
---@class netlib
net = {}

---The addresses of a host, as text. Addresses are IPv4: others are not asked for.
---
---Errors: `lookup x failed` (`no-such-host`: no such name, or no address of it), `lookup x: i/o
---timeout` (`timeout`: two questions of five seconds to each server), `lookup x: server misbehaving
---(SERVFAIL)` (`server-failure`), no way to any server (`unreachable`), and on a browser's machine
---without `doh` what is to be set (`unsupported`).
---
---```lua
---print(net.LookupHost("10.0.0.7")[1])  --> 10.0.0.7
---```
---@async
---@param host string A name, or the text of an address.
---@return string[]? addresses
---@return NetError? err
function net.LookupHost(host) end

---As `net.LookupHost`, with values in their form of 16 octets.
---
---```lua
---local ips = net.LookupIP("localhost")
---print(ips[1], #ips[1], ips[1]:IsLoopback())  --> 127.0.0.1 16 true
---```
---@async
---@param host string A name, or the text of an address.
---@return IP[]? addresses
---@return NetError? err
function net.LookupIP(host) end

---The names of an address: those of the machine's table, else what the name servers say (a PTR
---record). Names have no dot at the end.
---
---```lua
---print(select(2, net.LookupAddr("web")))  --> lookup web: unrecognized address
---```
---@async
---@param address string The text of an address, IPv4 or IPv6.
---@return string[]? names
---@return NetError? err As of `net.LookupHost`; `unsupported` on a browser's machine.
function net.LookupAddr(address) end
