package scenarios

import (
	"encoding/json"
	"strings"
)

// object is a JSON object; encoding sorts its keys, so the result is stable.
type object = map[string]any

// JSONSchema is the format as JSON Schema (draft 7), by which editors complete
// and check as one types. It covers scenarios and packs; what refers to what
// only the loader knows.
func JSONSchema() []byte {
	properties := object{}
	for _, k := range rootTable(false).Keys {
		properties[k.Name] = k.jsonSchema()
	}
	for _, t := range Schema() {
		properties[t.Name] = t.jsonSchema()
	}
	schema := object{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"title":                "Parley scenario or pack",
		"type":                 "object",
		"properties":           properties,
		"required":             []string{"format"},
		"additionalProperties": false,
		"definitions":          jsonDefinitions(),
	}
	out, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		// Only strings, numbers, lists and objects of them stand in it.
		panic("scenarios: JSON schema: " + err.Error())
	}
	return append(out, '\n')
}

func jsonDefinitions() object {
	instant := object{"type": "string", "format": "date-time"}
	day := object{"type": "string", "format": "date"}
	return object{
		"id":       object{"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": maxIDLength},
		"duration": object{"type": "string", "pattern": `^(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$`},
		"text": object{"anyOf": []any{
			object{"type": "string"},
			object{
				"type": "object", "minProperties": 1,
				"propertyNames":        object{"pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
				"additionalProperties": object{"type": "string"},
			},
		}},
		"instant": object{"anyOf": []any{instant, day}},
		"period": object{
			"type": "array", "minItems": 1, "maxItems": 2,
			"items": object{"anyOf": []any{instant, day, object{"const": ""}}},
		},
	}
}

func (t *Table) jsonSchema() object {
	properties, required := object{}, []string{}
	for i := range t.Keys {
		k := &t.Keys[i]
		properties[k.Name] = k.jsonSchema()
		if k.Required {
			required = append(required, k.Name)
		}
	}
	for i := range t.Tables {
		properties[t.Tables[i].Name] = t.Tables[i].jsonSchema()
	}
	one := object{
		"type": "object", "description": t.Doc, "properties": properties,
		"additionalProperties": false,
	}
	if len(required) > 0 {
		one["required"] = required
	}
	if t.Many {
		return object{"type": "array", "description": t.Doc, "items": one}
	}
	return one
}

func (k *Key) jsonSchema() object {
	one := object{"type": "string"}
	switch k.Type {
	case TypeID, TypeDuration, TypeInstant, TypePeriod, TypeText:
		one = object{"$ref": "#/definitions/" + string(k.Type)}
	case TypeInteger:
		one = object{"type": "integer"}
		if k.Max != 0 {
			one["minimum"], one["maximum"] = k.Min, k.Max
		}
	case TypeBoolean:
		one = object{"type": "boolean"}
	}
	if len(k.Enum) > 0 {
		one["enum"] = k.Enum
	}
	if k.List {
		one = object{"type": "array", "items": one}
		if k.Required {
			one["minItems"] = 1
		}
	}
	doc := k.Doc
	if k.Default != "" {
		doc += " Default: " + k.Default + "."
	}
	doc = strings.TrimSpace(doc)
	if _, isRef := one["$ref"]; isRef {
		// Draft 7 ignores what stands beside a $ref.
		return object{"allOf": []any{one}, "description": doc}
	}
	one["description"] = doc
	return one
}
