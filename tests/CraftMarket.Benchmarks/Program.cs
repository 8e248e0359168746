Console.WriteLine("Usage: infra/benchmark");
