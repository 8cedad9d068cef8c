#pragma once

/// The processor that runs the calling thread; -1 where the system does not tell.
int current_processor(void);

/// Moves the calling thread off a processor, if it is on that one and may use others. It is not kept from
/// coming back.
void leave_processor(int processor);
