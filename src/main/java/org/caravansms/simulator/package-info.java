/** An SMSC for tests, demos and benchmarks: a small SMPP 3.4 server on plain sockets. */
package org.caravansms.simulator;
