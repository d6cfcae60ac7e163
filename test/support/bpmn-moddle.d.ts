declare module "bpmn-moddle" {
  /** As much of the model of BPMN 2.0 as the tests read. */
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      readonly rootElement: { readonly $type: string };
      readonly warnings: readonly unknown[];
      readonly references: readonly unknown[];
    }>;
  }
}
