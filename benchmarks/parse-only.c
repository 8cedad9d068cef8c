/* The yardstick of lint: reads each file with libyaml and does nothing else. */
#include <stdio.h>
#include <yaml.h>

static int parse(const char *path) {
  yaml_parser_t parser;
  FILE *file = fopen(path, "rb");
  if (!file || !yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_input_file(&parser, file);
  for (int done = 0; !done;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) break;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return fclose(file);
}

int main(int count, char **paths) {
  int failures = 0;
  for (int i = 1; i < count; i++) failures += parse(paths[i]);
  return failures != 0;
}
