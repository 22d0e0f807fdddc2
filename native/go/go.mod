module cshis

go 1.19
