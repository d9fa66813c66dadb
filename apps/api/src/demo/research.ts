/** Role families with the areas and skills of their people. The family names are those that a new agency has. */
export const fields = [
  {
    family: 'Pre-training',
    areas: ['pre-training', 'scaling laws', 'data curation', 'long context', 'mixture of experts'],
    skills: ['Megatron', 'PyTorch', 'data pipelines', 'tokenizers'],
  },
  {
    family: 'Post-training',
    areas: ['alignment', 'instruction tuning', 'reward modeling', 'preference optimization'],
    skills: ['PyTorch', 'DPO', 'evaluation', 'synthetic data'],
  },
  {
    family: 'Reinforcement learning',
    areas: ['reinforcement learning', 'reasoning', 'RLVR', 'agents', 'self-play'],
    skills: ['PPO', 'JAX', 'verl', 'Ray'],
  },
  {
    family: 'Inference',
    areas: ['inference optimization', 'quantization', 'speculative decoding', 'KV cache'],
    skills: ['CUDA', 'Triton', 'vLLM', 'TensorRT'],
  },
  {
    family: 'Multimodal',
    areas: ['multimodal models', 'video generation', 'speech', 'vision-language', 'diffusion models'],
    skills: ['PyTorch', 'diffusers', 'OpenCV', 'audio codecs'],
  },
  {
    family: 'Infrastructure',
    areas: ['distributed training', 'training infrastructure', 'cluster scheduling', 'storage'],
    skills: ['Kubernetes', 'NCCL', 'RDMA', 'C++'],
  },
  {
    family: 'Chips',
    areas: ['AI accelerators', 'compilers', 'interconnects', 'memory systems'],
    skills: ['Verilog', 'MLIR', 'LLVM', 'performance modeling'],
  },
  {
    family: 'Robotics',
    areas: ['robot learning', 'manipulation', 'locomotion', 'world models'],
    skills: ['Isaac Sim', 'ROS', 'imitation learning', 'C++'],
  },
  {
    family: 'Product',
    areas: ['AI products', 'agents', 'developer platforms'],
    skills: ['product strategy', 'user research', 'SQL'],
  },
] as const;

/** What moves people, beside pay. */
export const motives = ['compute', 'data', 'route', 'mission', 'pay', 'equity', 'place'] as const;

/** Languages of someone from a country. */
export function languagesOf(country: string): string[] {
  const own: Record<string, string> = {
    China: 'Chinese',
    'Hong Kong': 'Chinese',
    Germany: 'German',
    Switzerland: 'German',
    France: 'French',
    Japan: 'Japanese',
  };
  return [...new Set([own[country] ?? 'English', 'English'])];
}
