module stemma

go 1.26
