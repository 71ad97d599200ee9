package parse

// A tag is a part of speech as the network knows it: the universal one and the
// finer one of the Penn treebank, which tells tenses and numbers apart.
type tag struct{ universal, fine string }
