.PHONY: help test race lint golden run dist bench fuzz
help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
test: ## run the tests; needs no network, no database, nothing beside the checkout
	go test ./...
race: ## run the tests with the race detector
	go test -race ./...
lint: ## run the linters
	golangci-lint run
fuzz: ## look for inputs that break a law, five seconds a target
	./fuzz.sh
golden: ## rewrite what the cases want from what the program does; then read the diff
	go test ./... -update
run: ## make the sample case and print its incidents
	go run ./cmd/stemma demo
bench: ## time the whole line, stage by stage (go test -bench for each room)
	go run ./bench/line
dist: ## binaries for Linux, macOS and Windows, with their checksums, in dist/
	./dist.sh
