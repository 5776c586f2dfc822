/** The data directory: one gateway at a time uses it, and a start that misses some of it is refused. */
package org.caravansms.datadir;
