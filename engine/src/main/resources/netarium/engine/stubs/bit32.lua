---@meta

---# bit32
---
---Numbers as 32 bits, as they stand in headers: bit 0 is the lowest.
---
---```lua
---local address, mask = 0x0a010203, 0xffffff00
---print(("%x"):format(bit32.band(address, mask)))  --> a010200
---```

---Operations on 32 bits.
---@class bit32lib
bit32 = {}

---To the right; the sign bit fills up.
---@param x number
---@param bits integer A negative number shifts to the left.
---@return number y
function bit32.arshift(x, bits) end

---The bits that all have.
---@param ... number
---@return number y
function bit32.band(...) end

---All bits turned round.
---@param x number
---@return number y
function bit32.bnot(x) end

---The bits that any has.
---@param ... number
---@return number y
function bit32.bor(...) end

---Whether there is a bit that all have.
---@param ... number
---@return boolean any
function bit32.btest(...) end

---The bits that an odd number of them has.
---@param ... number
---@return number y
function bit32.bxor(...) end

---A field of bits.
---
---```lua
---print(bit32.extract(0x45, 4, 4))  --> 4
---```
---@param x number
---@param field integer The lowest bit of the field.
---@param width? integer 1 if not given.
---@return number y
function bit32.extract(x, field, width) end

---Round to the left.
---@param x number
---@param bits integer
---@return number y
function bit32.lrotate(x, bits) end

---To the left; zeros fill up.
---@param x number
---@param bits integer A negative number shifts to the right.
---@return number y
function bit32.lshift(x, bits) end

---A number with another value in a field of bits.
---@param x number
---@param value number
---@param field integer The lowest bit of the field.
---@param width? integer 1 if not given.
---@return number y
function bit32.replace(x, value, field, width) end

---Round to the right.
---@param x number
---@param bits integer
---@return number y
function bit32.rrotate(x, bits) end

---To the right; zeros fill up.
---@param x number
---@param bits integer A negative number shifts to the left.
---@return number y
function bit32.rshift(x, bits) end
