namespace LocalDynamo;
