/** The data directory: one gateway at a time has it, and a start that finds some of it missing is refused. */
package org.caravansms.datadir;
