-- Numbers as fscanf reads them, and what is left behind. A NaN's sign is not ours to keep.
for _,s in ipairs{"ix","inx","nax","nan(12)x","infinityx","infix","1.5.5","--5","+.5z","1e+","1e+5","1e-x","0x1.8p1","0x1.8p","0x","0xg",".","-.","-","+x","1_0","0x.p1","1ex","e5","0x1p+","00x10","1e5e5","0x1.2.3","-0","-0x10","1,5","\n\n  7 8","infin", "naN(ab_c", "0e1", "08", ".e1", "1.e1","0x.8","1p5","0x1e5","0x1e+5"} do
 local f=io.tmpfile() f:write(s) f:seek("set") local v=f:read("*n") print(v ~= v and "NaN" or v,"["..f:read("*a").."]") end
