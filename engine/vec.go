package engine

// chunkSize is how many elements a change copies at most after a view was
// taken. Small, because elements are up to some hundred bytes.
const chunkSize = 16

// vec is a persistent vector: a copy of the struct is an immutable snapshot,
// if the owner counts its generation up after making one. Changing an element
// copies its chunk (and the spine) only if a snapshot may hold it; appending
// never copies, since a snapshot does not look past its own length.
type vec[T any] struct {
	spine []*chunk[T]
	n     int
	gen   uint64 // generation that the spine belongs to
}

type chunk[T any] struct {
	gen uint64
	v   [chunkSize]T
}

func (v *vec[T]) len() int { return v.n }

// at returns element i for reading.
func (v *vec[T]) at(i int) *T { return &v.spine[i/chunkSize].v[i%chunkSize] }

// edit returns element i for changing, within generation gen.
func (v *vec[T]) edit(i int, gen uint64) *T {
	if v.gen != gen {
		v.spine = append(make([]*chunk[T], 0, cap(v.spine)), v.spine...)
		v.gen = gen
	}
	c := v.spine[i/chunkSize]
	if c.gen != gen {
		copied := *c
		copied.gen = gen
		c = &copied
		v.spine[i/chunkSize] = c
	}
	return &c.v[i%chunkSize]
}

// add appends an element.
func (v *vec[T]) add(x T, gen uint64) int {
	*v.grow(gen) = x
	return v.n - 1
}

// grow appends an empty element, to be filled before the next snapshot.
func (v *vec[T]) grow(gen uint64) *T {
	if v.n%chunkSize == 0 {
		v.spine = append(v.spine, &chunk[T]{gen: gen})
	}
	v.n++
	return &v.spine[(v.n-1)/chunkSize].v[(v.n-1)%chunkSize]
}
