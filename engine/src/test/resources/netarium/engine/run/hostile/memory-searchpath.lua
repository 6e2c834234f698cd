--! ends: not enough memory
package.searchpath(("x"):rep(1000000), ("?;"):rep(10000))
