/** The operator's commands in the running gateway: the socket that receives them, and their answers. */
package org.caravansms.operator;
