/** Which queue a message waits on, and so which SMSC connections may take it: the operator's rules and the plan of numbers. */
package org.caravansms.routing;
