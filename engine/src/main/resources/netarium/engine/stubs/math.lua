---@meta

---# math
---
---Angles are in radians. `random` draws from the machine's own numbers, which follow from the seed
---of the project: every run gets the same.

---Numbers.
---@class mathlib
---@field pi number 3.14159…
---@field huge number More than any other number: infinity.
math = {}

---Without its sign.
---@param x number
---@return number y
function math.abs(x) end

---Arc cosine.
---@param x number
---@return number angle
function math.acos(x) end

---Arc sine.
---@param x number
---@return number angle
function math.asin(x) end

---Arc tangent.
---@param x number
---@return number angle
function math.atan(x) end

---The angle of the point (x, y), in the right quadrant.
---@param y number
---@param x number
---@return number angle
function math.atan2(y, x) end

---The smallest whole number that is not less.
---@param x number
---@return number y
function math.ceil(x) end

---Cosine.
---@param angle number
---@return number y
function math.cos(angle) end

---Hyperbolic cosine.
---@param x number
---@return number y
function math.cosh(x) end

---Radians as degrees.
---@param angle number
---@return number degrees
function math.deg(angle) end

---The power `e^x`.
---@param x number
---@return number y
function math.exp(x) end

---The largest whole number that is not greater.
---
---```lua
---print(math.floor(2.7), math.floor(-2.7))  --> 2 -3
---```
---@param x number
---@return number y
function math.floor(x) end

---The rest of a division that rounds towards zero; `%` rounds down.
---
---```lua
---print(math.fmod(-7, 3), -7 % 3)  --> -1 2
---```
---@param x number
---@param y number
---@return number rest
function math.fmod(x, y) end

---A number as m · 2^e, with m from 0.5 to below 1.
---@param x number
---@return number m
---@return integer e
function math.frexp(x) end

---Puts m · 2^e together: undoes `math.frexp`.
---@param m number
---@param e integer
---@return number x
function math.ldexp(m, e) end

---The logarithm.
---
---```lua
---print(math.log(8, 2))  --> 3
---```
---@param x number
---@param base? number e if not given.
---@return number y
function math.log(x, base) end

---The logarithm to base 10.
---@deprecated
---@param x number
---@return number y
function math.log10(x) end

---The greatest of its arguments.
---@param x number
---@param ... number
---@return number greatest
function math.max(x, ...) end

---The least of its arguments.
---@param x number
---@param ... number
---@return number least
function math.min(x, ...) end

---The whole part and the rest.
---
---```lua
---print(math.modf(3.25))  --> 3 0.25
---```
---@param x number
---@return number whole
---@return number rest
function math.modf(x) end

---The power `x ^ y`, which Lua has an operator for.
---@deprecated
---@param x number
---@param y number
---@return number z
function math.pow(x, y) end

---Degrees as radians.
---@param degrees number
---@return number angle
function math.rad(degrees) end

---A random number: from 0 to below 1, a whole one from 1 to `low`, or one from `low` to `high`.
---
---```lua
---local n = math.random(6)
---print(n >= 1 and n <= 6)  --> true
---```
---@param low? number
---@param high? number
---@return number n
function math.random(low, high) end

---Begins the machine's random numbers anew. Without it they follow from the seed of the project.
---@param seed number
function math.randomseed(seed) end

---Sine.
---@param angle number
---@return number y
function math.sin(angle) end

---Hyperbolic sine.
---@param x number
---@return number y
function math.sinh(x) end

---The square root.
---@param x number
---@return number y
function math.sqrt(x) end

---Tangent.
---@param angle number
---@return number y
function math.tan(angle) end

---Hyperbolic tangent.
---@param x number
---@return number y
function math.tanh(x) end
