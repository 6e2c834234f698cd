---@meta

---# love.graphics: drawing
---
---Shapes and texts on the screen of a machine. Coordinates are pixels from the upper left corner,
---colours have components from 0 to 1. A frame has at most 4096 shapes.
---
---```lua
---function love.draw()
---  love.graphics.setColor(1, 0.8, 0)
---  love.graphics.rectangle("fill", 10, 10, 100, 50)
---  love.graphics.print("Score: 3", 20, 20)
---  love.event.quit()
---end
---print(love.graphics.getDimensions())  --> 800 600
---```

---Drawing.
---@class love.graphics
love.graphics = {}

---How to draw a shape.
---@alias DrawMode
---| "fill" # With its inside.
---| "line" # Its outline, as wide as `setLineWidth` says.

---A circle.
---@param mode DrawMode
---@param x number
---@param y number
---@param radius number
function love.graphics.circle(mode, x, y, radius) end

---An ellipse.
---@param mode DrawMode
---@param x number
---@param y number
---@param radiusx number
---@param radiusy? number The same as `radiusx` if not given.
function love.graphics.ellipse(mode, x, y, radiusx, radiusy) end

---A rectangle, also with round corners.
---@param mode DrawMode
---@param x number
---@param y number
---@param width number
---@param height number
---@param rx? number The radius of the corners.
---@param ry? number The same as `rx` if not given.
function love.graphics.rectangle(mode, x, y, width, height, rx, ry) end

---A part of a circle between two angles.
---@param mode DrawMode
---@param kind "pie"|"open"|"closed" How its ends are joined; it may be left out.
---@param x number
---@param y number
---@param radius number
---@param from number In radians; 0 is to the right.
---@param to number
---@overload fun(mode: DrawMode, x: number, y: number, radius: number, from: number, to: number)
function love.graphics.arc(mode, kind, x, y, radius, from, to) end

---A line from point to point.
---@param x number|number[] The first x, or all coordinates in a table.
---@param ... number The first y, the second x and so on.
function love.graphics.line(x, ...) end

---A shape with corners.
---@param mode DrawMode
---@param x number|number[] The first x, or all coordinates in a table; at least three points.
---@param ... number The first y, the second x and so on.
function love.graphics.polygon(mode, x, ...) end

---Points, as large as `setPointSize` says.
---@param x number|number[] The first x, or all coordinates in a table.
---@param ... number The first y, the second x and so on.
function love.graphics.points(x, ...) end

---A text.
---@param text string|number
---@param x? number
---@param y? number
---@param angle? number In radians.
---@param sx? number How many times as wide.
---@param sy? number The same as `sx` if not given.
---@param ox? number Which point of the text stands at x, y.
---@param oy? number
---@param kx? number Shear.
---@param ky? number
function love.graphics.print(text, x, y, angle, sx, sy, ox, oy, kx, ky) end

---A text in lines that are no wider than a limit.
---@param text string|number
---@param x number
---@param y number
---@param limit number In pixels.
---@param align? "left"|"center"|"right"|"justify"
---@param angle? number In radians.
---@param sx? number How many times as wide.
---@param sy? number The same as `sx` if not given.
---@param ox? number Which point of the text stands at x, y.
---@param oy? number
---@param kx? number Shear.
---@param ky? number
function love.graphics.printf(text, x, y, limit, align, angle, sx, sy, ox, oy, kx, ky) end

---The font in a size. There is one font.
---@param size? number 1 to 1000 pixels; 12 if not given.
---@return Font font
function love.graphics.newFont(size) end

---Writes in a font from now on.
---@param font Font
function love.graphics.setFont(font) end

---Writes in the font of a size from now on.
---@param size? number 1 to 1000 pixels; 12 if not given.
---@return Font font
function love.graphics.setNewFont(size) end

---The font that is written in.
---@return Font font
function love.graphics.getFont() end

---Draws in a colour from now on.
---@param red number 0 to 1.
---@param green number
---@param blue number
---@param alpha? number 1, opaque, if not given.
---@overload fun(components: number[])
function love.graphics.setColor(red, green, blue, alpha) end

---The colour that is drawn in.
---@return number red
---@return number green
---@return number blue
---@return number alpha
function love.graphics.getColor() end

---The colour of the empty screen from the next frame on.
---@param red number 0 to 1.
---@param green number
---@param blue number
---@param alpha? number
---@overload fun(components: number[])
function love.graphics.setBackgroundColor(red, green, blue, alpha) end

---The colour of the empty screen.
---@return number red
---@return number green
---@return number blue
---@return number alpha
function love.graphics.getBackgroundColor() end

---Empties the screen; what was drawn in this frame is gone.
---@param red? number 0 to 1; black if nothing is given.
---@param green? number
---@param blue? number
---@param alpha? number
---@overload fun(components: number[])
function love.graphics.clear(red, green, blue, alpha) end

---How wide lines are.
---@param pixels number More than 0.
function love.graphics.setLineWidth(pixels) end

---How wide lines are.
---@return number pixels
function love.graphics.getLineWidth() end

---How large points are.
---@param pixels number More than 0.
function love.graphics.setPointSize(pixels) end

---How large points are.
---@return number pixels
function love.graphics.getPointSize() end

---Remembers where coordinates lie, for `pop`.
---@param what? "transform"|"all" `all`: colour, line width and font as well.
function love.graphics.push(what) end

---Goes back to what the last `push` remembered.
function love.graphics.pop() end

---Forgets all moving, turning and scaling.
function love.graphics.origin() end

---Moves what is drawn from now on.
---@param dx number
---@param dy number
function love.graphics.translate(dx, dy) end

---Turns what is drawn from now on, around the point 0, 0.
---@param angle number In radians, clockwise.
function love.graphics.rotate(angle) end

---Makes larger what is drawn from now on.
---@param sx number
---@param sy? number The same as `sx` if not given.
function love.graphics.scale(sx, sy) end

---Slants what is drawn from now on.
---@param kx number
---@param ky number
function love.graphics.shear(kx, ky) end

---Colours, widths, font and places as at the start.
function love.graphics.reset() end

---The size of the screen.
---@return integer width
---@return integer height
function love.graphics.getDimensions() end

---The width of the screen.
---@return integer width
function love.graphics.getWidth() end

---The height of the screen.
---@return integer height
function love.graphics.getHeight() end

---The font in a size.
---@class Font
local Font = {}

---How wide a text is: its widest line.
---@param text string
---@return number pixels
function Font:getWidth(text) end

---How high a line is.
---@return number pixels
function Font:getHeight() end

---How far the letters stand from the top of their line.
---@return number pixels
function Font:getBaseline() end
