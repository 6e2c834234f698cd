---@meta

---# net: addresses
---
---Addresses, masks and networks as values, as in Go. Nothing here uses the network.
---
---```lua
---local ip, network = net.ParseCIDR("10.1.2.3/24")
---print(ip, network, network.Mask)             --> 10.1.2.3 10.1.2.0/24 ffffff00
---print(network:Contains(net.IPv4(10, 1, 2, 99)))  --> true
---print(network:Contains(net.ParseIP("10.1.3.1")))  --> false
---```

---The network functions of a machine.
---@class netlib
---@field IPv4zero IP 0.0.0.0: every address of this machine, or none yet.
---@field IPv4bcast IP 255.255.255.255: everybody on the link.
---@field IPv4allsys IP 224.0.0.1: all hosts on the link.
---@field IPv4allrouter IP 224.0.0.2: all routers on the link.
---@field IPv6zero IP `::`
---@field IPv6unspecified IP `::`
---@field IPv6loopback IP `::1`
---@field IPv6interfacelocalallnodes IP `ff01::1`
---@field IPv6linklocalallnodes IP `ff02::1`
---@field IPv6linklocalallrouters IP `ff02::2`
---@field IPv4len integer Octets of an IPv4 address: 4.
---@field IPv6len integer Octets of an IPv6 address: 16.
net = {}

---Reads an address, IPv4 or IPv6.
---
---```lua
---print(net.ParseIP("192.0.2.1"), net.ParseIP("2001:db8::1"))  --> 192.0.2.1 2001:db8::1
---print(net.ParseIP("300.1.1.1"))                              --> nil
---```
---@param text string
---@return IP? ip nil for what is no address.
function net.ParseIP(text) end

---Reads an address with the length of its prefix, `10.1.2.3/24`.
---@param text string
---@return IP? ip The address itself.
---@return IPNet? network The network it is in.
---@return NetError? err `invalid CIDR address: …`
function net.ParseCIDR(text) end

---An address from four octets.
---@param a integer 0 to 255, the first octet.
---@param b integer
---@param c integer
---@param d integer
---@return IP ip
function net.IPv4(a, b, c, d) end

---A mask from four octets.
---
---```lua
---print(net.IPv4Mask(255, 255, 240, 0):Size())  --> 20 32
---```
---@param a integer 0 to 255, the first octet.
---@param b integer
---@param c integer
---@param d integer
---@return IPMask mask
function net.IPv4Mask(a, b, c, d) end

---A mask that begins with so many ones.
---
---```lua
---print(net.CIDRMask(12, 32))  --> fff00000
---```
---@param ones integer How many ones.
---@param bits integer 32 or 128: how many bits in all.
---@return IPMask? mask nil for what is no mask.
function net.CIDRMask(ones, bits) end

---Takes `host:port` apart. An IPv6 address stands in square brackets.
---
---```lua
---print(net.SplitHostPort("[::1]:80"))   --> ::1 80 nil
---print(net.SplitHostPort("10.0.0.1"))   --> nil nil address 10.0.0.1: missing port in address
---```
---@param hostport string
---@return string? host
---@return string? port As text; it may also be a name.
---@return NetError? err
function net.SplitHostPort(hostport) end

---Puts `host:port` together, with brackets where there are colons in the host.
---
---```lua
---print(net.JoinHostPort("::1", 80))  --> [::1]:80
---```
---@param host string
---@param port string|integer
---@return string hostport
function net.JoinHostPort(host, port) end

---An IPv4 or IPv6 address. `tostring` and `==` work on it; an IPv4 address equals the same address
---in its IPv6 form. `#ip` is the number of its octets.
---@class IP
---@operator len: integer
local IP = {}

---The text, `10.0.0.1`.
---@return string text
function IP:String() end

---Whether both are the same address.
---@param other IP
---@return boolean equal
function IP:Equal(other) end

---The address in 4 octets.
---@return IP? ip nil if it is no IPv4 address.
function IP:To4() end

---The address in 16 octets.
---@return IP? ip
function IP:To16() end

---The address with all bits cleared that are zero in the mask: the number of its network.
---
---```lua
---print(net.ParseIP("10.1.2.3"):Mask(net.CIDRMask(8, 32)))  --> 10.0.0.0
---```
---@param mask IPMask
---@return IP? ip nil if the mask is of another length.
function IP:Mask(mask) end

---The mask of the old network classes: /8, /16 or /24.
---@return IPMask? mask nil for an IPv6 address.
function IP:DefaultMask() end

---Whether it is 0.0.0.0 or `::`.
---@return boolean is
function IP:IsUnspecified() end

---Whether it is this machine itself: 127.0.0.0/8 or `::1`.
---@return boolean is
function IP:IsLoopback() end

---Whether it is for private use: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, `fc00::/7`.
---
---```lua
---print(net.ParseIP("172.31.0.1"):IsPrivate())  --> true
---print(net.ParseIP("172.32.0.1"):IsPrivate())  --> false
---```
---@return boolean is
function IP:IsPrivate() end

---Whether it stands for a group: 224.0.0.0/4, `ff00::/8`.
---@return boolean is
function IP:IsMulticast() end

---Whether it stands for a group on this machine alone.
---@return boolean is
function IP:IsInterfaceLocalMulticast() end

---Whether it stands for a group on this link alone: 224.0.0.0/24, `ff02::/16`.
---@return boolean is
function IP:IsLinkLocalMulticast() end

---Whether it holds on this link alone: 169.254.0.0/16, `fe80::/10`.
---@return boolean is
function IP:IsLinkLocalUnicast() end

---Whether one machine somewhere may have it: private addresses count as well.
---@return boolean is
function IP:IsGlobalUnicast() end

---Which bits of an address name the network. `tostring` gives them in hexadecimal, `#mask` is the
---number of octets.
---@class IPMask
---@operator len: integer
local IPMask = {}

---The mask in hexadecimal, `ffffff00`.
---@return string text
function IPMask:String() end

---How many ones it begins with, and how many bits it has; 0 and 0 if ones follow after a zero.
---@return integer ones
---@return integer bits
function IPMask:Size() end

---A network: its number and its mask.
---@class IPNet
---@field IP IP
---@field Mask IPMask
local IPNet = {}

---Whether an address belongs to the network.
---@param ip IP
---@return boolean contains
function IPNet:Contains(ip) end

---Always `ip+net`.
---@return string network
function IPNet:Network() end

---The text, `10.1.2.0/24`.
---@return string text
function IPNet:String() end
