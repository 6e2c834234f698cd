--! held: busy for 1 s without waiting
while true do
  ("%99.99f"):format(1e308)
  ("%.99e%99d%99s"):format(1e-300, 1, "x")
  ("%q"):format(("\0"):rep(10000))
end
