import { Injectable } from '@nestjs/common';

/** Whether the process is stopping: it then answers what it has, and is asked nothing new. */
@Injectable()
export class Readiness {
  stopping = false;
}
