/** Real processes, real kills, and a count of what arrived against what was promised. */
package org.caravansms.faults;
